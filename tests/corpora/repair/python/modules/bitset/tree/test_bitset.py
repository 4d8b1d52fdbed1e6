import unittest

from bitset import BitSet, decode_varint, encode_varint, gray, pack, reverse_bits, ungray, unpack


class BitSetTest(unittest.TestCase):
    def test_items(self):
        items = BitSet([5, 1, 9, 1])
        self.assertEqual(list(items), [1, 5, 9])
        self.assertEqual(len(items), 3)
        self.assertIn(5, items)
        self.assertNotIn(4, items)
        self.assertNotIn(-1, items)

    def test_refuses_negative(self):
        with self.assertRaises(ValueError):
            BitSet([-1])

    def test_discard(self):
        items = BitSet([1, 2])
        items.discard(1)
        items.discard(7)
        self.assertEqual(list(items), [2])

    def test_operations(self):
        left, right = BitSet([1, 2, 3]), BitSet([2, 3, 4])
        self.assertEqual(left | right, BitSet([1, 2, 3, 4]))
        self.assertEqual(left & right, BitSet([2, 3]))
        self.assertEqual(left - right, BitSet([1]))
        self.assertNotEqual(left, right)

    def test_subset(self):
        self.assertTrue(BitSet([1]) <= BitSet([1, 2]))
        self.assertTrue(BitSet() <= BitSet())
        self.assertFalse(BitSet([1, 3]) <= BitSet([1, 2]))

    def test_max(self):
        self.assertEqual(BitSet([4, 2]).max(), 4)
        self.assertEqual(BitSet([0]).max(), 0)
        self.assertIsNone(BitSet().max())

    def test_ranges(self):
        self.assertEqual(BitSet([1, 2, 3, 7, 9, 10]).ranges(), [(1, 3), (7, 7), (9, 10)])


class FieldsTest(unittest.TestCase):
    def test_pack(self):
        self.assertEqual(pack([5, 1, 3], [3, 1, 4]), 0b00111101)
        self.assertEqual(unpack(0b00111101, [3, 1, 4]), [5, 1, 3])

    def test_pack_refuses(self):
        for values, widths in [([8], [3]), ([-1], [3]), ([1], [3, 4])]:
            with self.assertRaises(ValueError):
                pack(values, widths)

    def test_gray(self):
        self.assertEqual([gray(n) for n in range(6)], [0, 1, 3, 2, 6, 7])
        self.assertEqual([ungray(gray(n)) for n in range(40)], list(range(40)))

    def test_reverse(self):
        self.assertEqual(reverse_bits(0b0011, 4), 0b1100)
        self.assertEqual(reverse_bits(0b1011, 5), 0b11010)

    def test_varint(self):
        self.assertEqual(encode_varint(300), b"\xac\x02")
        self.assertEqual(encode_varint(0), b"\x00")
        self.assertEqual(encode_varint(127), b"\x7f")
        self.assertEqual(decode_varint(b"\xac\x02\x01"), (300, 2))

    def test_varint_refuses(self):
        with self.assertRaises(ValueError):
            decode_varint(b"\x80")


if __name__ == "__main__":
    unittest.main()
