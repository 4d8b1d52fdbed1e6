"""Matrices as lists of rows."""


def identity(size):
    return [[int(row == column) for column in range(size)] for row in range(size)]


def transpose(matrix):
    return [list(column) for column in zip(*matrix)]


def multiply(left, right):
    """Raises ValueError where the sizes do not fit."""
    if left and len(left[0]) != len(right):
        raise ValueError("sizes do not fit")
    columns = transpose(right)
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]


def power(matrix, exponent):
    """By squaring; the power 0 is the identity."""
    result = identity(len(matrix))
    base = matrix
    while exponent > 0:
        if exponent % 2 == 1:
            result = multiply(result, base)
        base = multiply(base, base)
        exponent //= 2
    return result


def determinant(matrix):
    """By the first row's minors."""
    if len(matrix) == 0:
        return 1
    total = 0
    for column, value in enumerate(matrix[0]):
        minor = [row[:column] + row[column + 1:] for row in matrix[1:]]
        total += (-1) ** column * value * determinant(minor)
    return total


def rotate(matrix, turns=1):
    """A quarter clockwise for each turn."""
    for _ in range(turns % 4):
        matrix = [list(row) for row in zip(*matrix[::-1])]
    return matrix


def spiral(matrix):
    """The values from the outside in, clockwise from the upper left."""
    left = [list(row) for row in matrix]
    values = []
    while left:
        values += left.pop(0)
        left = [list(row) for row in zip(*left)][::-1]
    return values


def set_zeroes(matrix):
    """A copy in which every row and column that holds a zero is zero."""
    rows = {at for at, row in enumerate(matrix) if 0 in row}
    columns = {at for row in matrix for at, value in enumerate(row) if value == 0}
    return [
        [0 if at in rows or column in columns else value for column, value in enumerate(row)]
        for at, row in enumerate(matrix)
    ]


def neighbours(matrix, row, column):
    """The sum of the values around a place, corners too."""
    total = 0
    for y in range(max(0, row - 1), min(len(matrix), row + 2)):
        for x in range(max(0, column - 1), min(len(matrix[0]), column + 2)):
            if (y, x) != (row, column):
                total += matrix[y][x]
    return total
