import unittest

from inventory import Inventory, OutOfStock


class InventoryTest(unittest.TestCase):
    def setUp(self):
        self.stock = Inventory()
        self.stock.receive("bolt", 10)
        self.stock.receive("nut", 4)

    def test_receive_adds(self):
        self.stock.receive("nut", 3)
        self.assertEqual(self.stock.available("nut"), 7)

    def test_receive_refuses_nothing(self):
        with self.assertRaises(ValueError):
            self.stock.receive("nut", 0)

    def test_unknown_is_not_available(self):
        self.assertEqual(self.stock.available("gear"), 0)

    def test_reserve_lowers_what_is_available(self):
        self.stock.reserve({"bolt": 3, "nut": 4})
        self.assertEqual(self.stock.available("bolt"), 7)
        self.assertEqual(self.stock.available("nut"), 0)

    def test_reserve_numbers_orders(self):
        self.assertEqual(self.stock.reserve({"bolt": 1}), 1)
        self.assertEqual(self.stock.reserve({"bolt": 1}), 2)

    def test_reserve_all_or_nothing(self):
        with self.assertRaises(OutOfStock):
            self.stock.reserve({"bolt": 3, "nut": 5})
        self.assertEqual(self.stock.available("bolt"), 10)

    def test_reserve_what_is_reserved(self):
        self.stock.reserve({"nut": 3})
        with self.assertRaises(OutOfStock):
            self.stock.reserve({"nut": 2})

    def test_cancel_gives_back(self):
        self.stock.reserve({"bolt": 2})
        order = self.stock.reserve({"bolt": 3})
        self.stock.cancel(order)
        self.assertEqual(self.stock.available("bolt"), 8)
        with self.assertRaises(KeyError):
            self.stock.cancel(order)

    def test_ship_takes_out(self):
        order = self.stock.reserve({"bolt": 3, "nut": 4})
        self.assertEqual(self.stock.ship(order), 7)
        self.assertEqual(self.stock.snapshot(), {"bolt": (7, 0)})

    def test_ship_leaves_other_orders(self):
        first = self.stock.reserve({"bolt": 3})
        self.stock.reserve({"bolt": 2})
        self.stock.ship(first)
        self.assertEqual(self.stock.snapshot()["bolt"], (7, 2))

    def test_low(self):
        self.stock.reserve({"nut": 4})
        self.assertEqual(self.stock.low({"bolt": 11, "nut": 2, "gear": 0, "pin": 5}), [("pin", 5), ("nut", 2), ("bolt", 1)])

    def test_snapshot_is_sorted(self):
        self.assertEqual(list(self.stock.snapshot()), ["bolt", "nut"])

    def test_order_is_a_copy(self):
        wanted = {"bolt": 2}
        order = self.stock.reserve(wanted)
        wanted["bolt"] = 9
        self.assertEqual(self.stock.ship(order), 2)


if __name__ == "__main__":
    unittest.main()
