"""Stock of a shop: what is there, what is reserved, and what has to be ordered."""


class OutOfStock(Exception):
    """There is less than is wanted."""


class Inventory:
    def __init__(self):
        self._stock = {}
        self._reserved = {}
        self._orders = {}
        self._next_order = 1

    def receive(self, item, count):
        """Adds to the stock."""
        if count <= 0:
            raise ValueError("count has to be positive")
        self._stock[item] = self._stock.get(item, 0) + count

    def available(self, item):
        """What is there and not reserved."""
        return self._stock.get(item, 0) - self._reserved.get(item, 0)

    def reserve(self, wanted):
        """Reserves all of the items, a dict of counts, or none of them; gives the order's number."""
        for item, count in wanted.items():
            if count <= 0:
                raise ValueError("count has to be positive")
            if self.available(item) < count:
                raise OutOfStock(item)
        for item, count in wanted.items():
            self._reserved[item] = self._reserved.get(item, 0) + count
        order = self._next_order
        self._next_order += 1
        self._orders[order] = dict(wanted)
        return order

    def cancel(self, order):
        """Gives back what an order has reserved."""
        for item, count in self._orders.pop(order).items():
            self._release(item, count)

    def ship(self, order):
        """Takes an order's items out of the stock; gives how many pieces."""
        wanted = self._orders.pop(order)
        for item, count in wanted.items():
            self._release(item, count)
            self._stock[item] -= count
            if self._stock[item] == 0:
                del self._stock[item]
        return sum(wanted.values())

    def _release(self, item, count):
        left = self._reserved[item] - count
        if left:
            self._reserved[item] = left
        else:
            del self._reserved[item]

    def low(self, levels):
        """Items whose availability is below their level, the emptiest first, with what is missing."""
        missing = []
        for item, level in levels.items():
            free = self.available(item)
            if free < level:
                missing.append((item, level - free))
        return sorted(missing, key=lambda pair: (-pair[1], pair[0]))

    def snapshot(self):
        """(stock, reserved) by item, as a copy."""
        items = self._stock.keys() | self._reserved.keys()
        return {item: (self._stock.get(item, 0), self._reserved.get(item, 0)) for item in sorted(items)}
