import unittest

from jobs import JobQueue, run_all


class JobQueueTest(unittest.TestCase):
    def setUp(self):
        self.queue = JobQueue(max_tries=2)

    def test_order(self):
        for name, priority in [("b", 1), ("a", 0), ("c", 1), ("d", -1)]:
            self.queue.add(name, priority)
        self.assertEqual(run_all(self.queue, lambda name: None), ["d", "a", "b", "c"])

    def test_take_of_none(self):
        self.assertIsNone(self.queue.take())

    def test_refuses_twice(self):
        self.queue.add("a")
        with self.assertRaises(ValueError):
            self.queue.add("a")

    def test_needs(self):
        self.queue.add("build", needs=["fetch", "tools"])
        self.queue.add("fetch", priority=5)
        self.queue.add("tools", priority=9)
        self.assertEqual(run_all(self.queue, lambda name: None), ["fetch", "tools", "build"])

    def test_needs_that_are_done(self):
        self.queue.add("a")
        run_all(self.queue, lambda name: None)
        self.queue.add("b", needs=["a"])
        self.assertEqual(self.queue.take(), "b")

    def test_finish_tells_what_can_run(self):
        self.queue.add("a")
        self.queue.add("b", needs=["a"])
        self.queue.add("c", needs=["a", "b"])
        self.assertEqual(self.queue.finish(self.queue.take()), ["b"])

    def test_finish_refuses_what_does_not_run(self):
        self.queue.add("a")
        with self.assertRaises(ValueError):
            self.queue.finish("a")

    def test_fail_tries_again(self):
        self.queue.add("a")
        self.queue.add("b", priority=1)
        tries = []

        def work(name):
            tries.append(name)
            return not (name == "a" and len(tries) == 1)

        self.assertEqual(run_all(self.queue, work), ["a", "b", "a"])
        self.assertEqual(self.queue.counts(), {"done": 2})

    def test_fail_gives_up(self):
        self.queue.add("a")
        self.queue.add("b", needs=["a"])
        self.queue.add("c", needs=["b"])
        self.queue.add("d")
        self.assertEqual(run_all(self.queue, lambda name: name != "a"), ["a", "d", "a"])
        self.assertEqual(self.queue.counts(), {"failed": 3, "done": 1})

    def test_needs_that_failed(self):
        queue = JobQueue(max_tries=1)
        queue.add("a")
        queue.fail(queue.take())
        queue.add("b", needs=["a"])
        self.assertIsNone(queue.take())
        self.assertEqual(queue.counts(), {"failed": 2})

    def test_cancel(self):
        self.queue.add("a")
        self.queue.add("b")
        self.assertTrue(self.queue.cancel("a"))
        self.assertFalse(self.queue.cancel("a"))
        self.assertEqual(run_all(self.queue, lambda name: None), ["b"])

    def test_cancel_what_waits(self):
        self.queue.add("a")
        self.queue.add("b", needs=["a"])
        self.assertTrue(self.queue.cancel("b"))
        self.assertEqual(run_all(self.queue, lambda name: None), ["a"])
        self.assertEqual(self.queue.counts(), {"done": 1, "cancelled": 1})

    def test_cancel_what_runs(self):
        self.queue.add("a")
        self.queue.take()
        self.assertFalse(self.queue.cancel("a"))


if __name__ == "__main__":
    unittest.main()
