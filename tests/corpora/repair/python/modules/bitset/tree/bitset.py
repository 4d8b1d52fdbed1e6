"""Sets of small numbers in one integer, and fields of bits."""


class BitSet:
    def __init__(self, items=()):
        self.bits = 0
        for item in items:
            self.add(item)

    def add(self, item):
        if item < 0:
            raise ValueError("items may not be negative")
        self.bits |= 1 << item

    def discard(self, item):
        self.bits &= ~(1 << item)

    def __contains__(self, item):
        return item >= 0 and self.bits >> item & 1 == 1

    def __iter__(self):
        bits = self.bits
        while bits:
            lowest = bits & -bits
            yield lowest.bit_length() - 1
            bits ^= lowest

    def __len__(self):
        count = 0
        bits = self.bits
        while bits:
            bits &= bits - 1
            count += 1
        return count

    def __eq__(self, other):
        return isinstance(other, BitSet) and self.bits == other.bits

    def __or__(self, other):
        return self._make(self.bits | other.bits)

    def __and__(self, other):
        return self._make(self.bits & other.bits)

    def __sub__(self, other):
        return self._make(self.bits & ~other.bits)

    def __le__(self, other):
        return self.bits & other.bits == self.bits

    def max(self):
        """The highest item, or None."""
        return self.bits.bit_length() - 1 if self.bits else None

    def ranges(self):
        """(first, last) of each run of neighbours."""
        found = []
        for item in self:
            if found and found[-1][1] == item - 1:
                found[-1] = (found[-1][0], item)
            else:
                found.append((item, item))
        return found

    @classmethod
    def _make(cls, bits):
        made = cls()
        made.bits = bits
        return made


def pack(values, widths):
    """One number of several, the first in the lowest bits. Raises ValueError where one does not fit."""
    if len(values) != len(widths):
        raise ValueError("as many values as widths are needed")
    packed = 0
    place = 0
    for value, width in zip(values, widths):
        if not 0 <= value < 1 << width:
            raise ValueError(f"{value} does not fit in {width} bits")
        packed |= value << place
        place += width
    return packed


def unpack(packed, widths):
    values = []
    for width in widths:
        values.append(packed & (1 << width) - 1)
        packed >>= width
    return values


def gray(number):
    """The Gray code: neighbours differ in one bit."""
    return number ^ number >> 1


def ungray(code):
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number


def reverse_bits(number, width):
    result = 0
    for _ in range(width):
        result = result << 1 | number & 1
        number >>= 1
    return result


def encode_varint(number):
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    data = bytearray()
    while True:
        part = number & 0x7F
        number >>= 7
        if number:
            data.append(part | 0x80)
        else:
            data.append(part)
            return bytes(data)


def decode_varint(data):
    """(number, bytes used). Raises ValueError where it ends too soon."""
    number = 0
    for at, byte in enumerate(data):
        number |= (byte & 0x7F) << 7 * at
        if byte < 0x80:
            return number, at + 1
    raise ValueError("it ends too soon")
