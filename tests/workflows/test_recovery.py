from reelhouse.core.house import House
from reelhouse.core.jobs.heartbeats import Heartbeats
from reelhouse.workflows.recovery import Heart


def _silence(house: House, executor_id: str) -> None:
    """Let a worker's last beat have been too long ago."""
    with house.database.transaction() as transaction:
        Heartbeats(transaction.connection).beat(executor_id, ["render"], lasts=-1.0)


def test_a_worker_that_beats_is_alive_with_its_queues(house: House) -> None:
    Heart(house.database, "a", ["render"], lasts=30).beat()

    with house.database.reading() as connection:
        (worker,) = Heartbeats(connection).workers()

    assert (worker.executor_id, worker.queues, worker.alive) == ("a", ("render",), True)
    assert 0 <= worker.silent_for < 30


def test_a_silent_worker_is_dead_until_it_beats_again(house: House) -> None:
    heart = Heart(house.database, "a", ["render"], lasts=30)
    heart.beat()
    _silence(house, "b")
    assert heart.dead() == ("b",)

    Heart(house.database, "b", ["render"], lasts=30).beat()

    assert heart.dead() == ()


def test_a_buried_worker_is_forgotten(house: House) -> None:
    heart = Heart(house.database, "a", ["render"], lasts=30)
    _silence(house, "b")

    heart.bury("b")

    assert heart.others() == ()


def test_a_worker_that_says_goodbye_is_dead_at_once(house: House) -> None:
    leaving = Heart(house.database, "a", ["render"], lasts=30)
    leaving.beat()

    leaving.stop()

    assert Heart(house.database, "b", ["render"], lasts=30).dead() == ("a",)


def test_after_a_gap_of_its_own_a_worker_judges_nobody(house: House) -> None:
    """Promise 41: when the database was away, everybody was silent."""
    seconds = iter([0.0, 0.0, 0.0, 100.0, 101.0, 131.0])
    heart = Heart(house.database, "a", ["render"], lasts=30, monotonic=lambda: next(seconds))
    _silence(house, "b")
    heart.beat()
    assert heart.dead() == ("b",)

    heart.beat()

    assert heart.dead() == ()
    assert heart.dead() == ("b",)
