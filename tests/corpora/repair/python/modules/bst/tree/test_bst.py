import unittest

from bst import SortedTree

KEYS = [50, 30, 70, 20, 40, 60, 80, 35, 45]


class SortedTreeTest(unittest.TestCase):
    def setUp(self):
        self.tree = SortedTree(KEYS)

    def test_order(self):
        self.assertEqual(list(self.tree), sorted(KEYS))
        self.assertEqual(list(SortedTree()), [])

    def test_insert(self):
        self.assertTrue(self.tree.insert(65))
        self.assertFalse(self.tree.insert(40))
        self.assertEqual(len(self.tree), 10)

    def test_contains(self):
        self.assertIn(35, self.tree)
        self.assertNotIn(36, self.tree)

    def test_height(self):
        self.assertEqual(self.tree.height(), 4)
        self.assertEqual(SortedTree().height(), 0)
        self.assertEqual(SortedTree([1, 2, 3]).height(), 3)

    def test_floor(self):
        self.assertEqual(self.tree.floor(44), 40)
        self.assertEqual(self.tree.floor(45), 45)
        self.assertEqual(self.tree.floor(99), 80)
        self.assertIsNone(self.tree.floor(5))

    def test_between(self):
        self.assertEqual(self.tree.between(35, 60), [35, 40, 45, 50, 60])
        self.assertEqual(self.tree.between(81, 90), [])
        self.assertEqual(self.tree.between(0, 20), [20])

    def test_remove_a_leaf(self):
        self.assertTrue(self.tree.remove(20))
        self.assertNotIn(20, self.tree)
        self.assertEqual(len(self.tree), 8)

    def test_remove_with_one_child(self):
        tree = SortedTree([5, 3, 2])
        self.assertTrue(tree.remove(3))
        self.assertEqual(list(tree), [2, 5])
        tree = SortedTree([5, 7, 9])
        self.assertTrue(tree.remove(7))
        self.assertEqual(list(tree), [5, 9])

    def test_remove_with_two_children(self):
        self.assertTrue(self.tree.remove(30))
        self.assertEqual(list(self.tree), [20, 35, 40, 45, 50, 60, 70, 80])
        self.assertEqual(len(self.tree), 8)

    def test_remove_the_root(self):
        self.assertTrue(self.tree.remove(50))
        self.assertEqual(list(self.tree), [20, 30, 35, 40, 45, 60, 70, 80])

    def test_remove_what_is_not_there(self):
        self.assertFalse(self.tree.remove(55))
        self.assertEqual(len(self.tree), 9)

    def test_kth(self):
        self.assertEqual(self.tree.kth(0), 20)
        self.assertEqual(self.tree.kth(8), 80)
        for k in [-1, 9]:
            with self.assertRaises(IndexError):
                self.tree.kth(k)


if __name__ == "__main__":
    unittest.main()
