import unittest

from matrix import determinant, identity, multiply, neighbours, power, rotate, set_zeroes, spiral, transpose


class MatrixTest(unittest.TestCase):
    def test_identity(self):
        self.assertEqual(identity(2), [[1, 0], [0, 1]])

    def test_transpose(self):
        self.assertEqual(transpose([[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]])

    def test_multiply(self):
        self.assertEqual(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[19, 22], [43, 50]])
        self.assertEqual(multiply([[1, 2, 3]], [[1], [2], [3]]), [[14]])

    def test_multiply_refuses(self):
        with self.assertRaises(ValueError):
            multiply([[1, 2]], [[1, 2]])

    def test_power(self):
        self.assertEqual(power([[1, 1], [1, 0]], 10), [[89, 55], [55, 34]])
        self.assertEqual(power([[2, 0], [0, 3]], 0), identity(2))

    def test_determinant(self):
        self.assertEqual(determinant([[3]]), 3)
        self.assertEqual(determinant([[1, 2], [3, 4]]), -2)
        self.assertEqual(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), 18)

    def test_rotate(self):
        self.assertEqual(rotate([[1, 2], [3, 4]]), [[3, 1], [4, 2]])
        self.assertEqual(rotate([[1, 2, 3]]), [[1], [2], [3]])

    def test_rotate_more(self):
        self.assertEqual(rotate([[1, 2], [3, 4]], -1), [[2, 4], [1, 3]])
        self.assertEqual(rotate([[1, 2], [3, 4]], 4), [[1, 2], [3, 4]])

    def test_spiral(self):
        self.assertEqual(spiral([[1, 2, 3], [8, 9, 4], [7, 6, 5]]), [1, 2, 3, 4, 5, 6, 7, 8, 9])
        self.assertEqual(spiral([[1, 2, 3], [6, 5, 4]]), [1, 2, 3, 4, 5, 6])

    def test_spiral_leaves_the_matrix(self):
        matrix = [[1, 2], [3, 4]]
        spiral(matrix)
        self.assertEqual(matrix, [[1, 2], [3, 4]])

    def test_set_zeroes(self):
        self.assertEqual(set_zeroes([[1, 0, 3], [4, 5, 6], [7, 8, 9]]), [[0, 0, 0], [4, 0, 6], [7, 0, 9]])

    def test_neighbours(self):
        matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
        self.assertEqual(neighbours(matrix, 1, 1), 40)
        self.assertEqual(neighbours(matrix, 0, 0), 11)
        self.assertEqual(neighbours(matrix, 2, 1), 4 + 5 + 6 + 7 + 9)


if __name__ == "__main__":
    unittest.main()
