import pytest

from transactions import Store, apply_all, transfer


def test_get_and_set():
    store = Store({"a": 1})
    store.set("b", 2)
    assert (store.get("a"), store.get("b"), store.get("c"), store.get("c", 9)) == (1, 2, None, 9)


def test_values_are_copied():
    values = {"a": 1}
    Store(values).set("a", 2)
    assert values == {"a": 1}


def test_delete():
    store = Store({"a": 1})
    assert store.delete("a") is True
    assert store.delete("a") is False
    assert store.keys() == []


def test_commit():
    store = Store({"a": 1})
    store.begin()
    store.set("a", 2)
    store.commit()
    assert store.get("a") == 2
    assert store.depth == 0


def test_rollback():
    store = Store({"a": 1})
    store.begin()
    store.set("a", 2)
    store.set("b", 3)
    store.rollback()
    assert store.get("a") == 1
    assert store.keys() == ["a"]


def test_delete_in_a_transaction():
    store = Store({"a": 1, "b": 2})
    store.begin()
    store.delete("a")
    assert store.get("a", "none") == "none"
    assert store.keys() == ["b"]
    store.commit()
    assert store.keys() == ["b"]


def test_delete_is_taken_back():
    store = Store({"a": 1})
    store.begin()
    store.delete("a")
    store.rollback()
    assert store.get("a") == 1


def test_nested():
    store = Store({"a": 1})
    store.begin()
    store.set("a", 2)
    store.begin()
    store.delete("a")
    store.commit()
    assert store.get("a") is None
    store.rollback()
    assert store.get("a") == 1


def test_set_again_after_delete():
    store = Store({"a": 1})
    store.begin()
    store.delete("a")
    store.set("a", 5)
    store.commit()
    assert store.get("a") == 5


def test_without_transaction():
    with pytest.raises(RuntimeError):
        Store().commit()
    with pytest.raises(RuntimeError):
        Store().rollback()


def test_context_commits():
    store = Store()
    with store.transaction() as inner:
        inner.set("a", 1)
    assert store.get("a") == 1
    assert store.depth == 0


def test_context_takes_back():
    store = Store({"a": 1})
    with pytest.raises(KeyError):
        with store.transaction():
            store.set("a", 2)
            store.begin()
            raise KeyError
    assert store.get("a") == 1
    assert store.depth == 0


def test_transfer():
    store = Store({"x": 10})
    transfer(store, "x", "y", 4)
    assert (store.get("x"), store.get("y")) == (6, 4)


@pytest.mark.parametrize("amount", [11, 0, -3])
def test_transfer_refuses(amount):
    store = Store({"x": 10, "y": 5})
    with pytest.raises(ValueError):
        transfer(store, "x", "y", amount)
    assert (store.get("x"), store.get("y")) == (10, 5)


def test_apply_all():
    store = Store({"x": 5})
    steps = [("transfer", "x", "y", 3), ("transfer", "x", "y", 3), ("set", "z", 1), ("set",), ("transfer", "y", "x", 1)]
    assert apply_all(store, steps) == [1, 3]
    assert (store.get("x"), store.get("y"), store.get("z")) == (3, 2, 1)
