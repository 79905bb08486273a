"""What must be true of a simulated world once everybody has exchanged with everybody."""

from __future__ import annotations

from tests.scenarios.simulation.computers import Computer
from tests.scenarios.simulation.world import World


def check(world: World, *, thoroughly: bool = True) -> None:
    """AssertionError with what was lost, doubled or left apart."""
    assert world.settled(), _apart(world)
    top = world.county.answered()
    lost = world.existing - top
    assert not lost, f"{len(lost)} events of {len(world.existing)} never came to the county"
    for above, below in world.lines():
        _same(above, below)
    _acknowledged(world)
    for computer in world.computers:
        assert computer.store.deliveries.gaps() == ()
        # A repaired copy may keep a piece of a case of the other computer that came while they were one.
        assert computer.store.merge.waiting_streams() == () or "'" in computer.name
        forks = computer.store.quarantine.forks()
        assert forks == (), f"{computer.name}: {forks}"
        assert {waiting.reason for waiting in computer.store.quarantine.waiting()} <= {"superseded"}
        assert computer.store.vouchers.uncovered() == 0
        if thoroughly:
            assert computer.store.verify() == []
            before = computer.store.state_hash()
            computer.store.rebuild()
            assert computer.store.state_hash() == before


def _same(above: Computer, below: Computer) -> None:
    assert above.store.state_hash(below.node) == below.store.state_hash(above.node)
    for sender, receiver in ((above, below), (below, above)):
        said = sender.store.deliveries.ack_for(receiver.node)
        assert said is None or said.missing == ()


def _acknowledged(world: World) -> None:
    """Everything an office ever heard to have arrived is in its own log and in the other's.

    Unless both disks were rewound to before it: then nobody has it, and it was not there when peace came.
    """
    by_node = {computer.node: computer for computer in world.computers}
    by_no = {computer.no: computer for computer in world.computers}
    for (no, peer), names in world.acknowledged.items():
        kept = names & world.existing
        for holder in (by_no[no], by_node.get(peer)):
            if holder is not None:
                gone = kept - holder.answered()
                assert not gone, (
                    f"{len(gone)} acknowledged events are not at {holder.name} ({by_no[no].name})"
                )


def _apart(world: World) -> str:
    return "; ".join(
        f"{above.name}-{below.name}: {above.store.export.pending(below.node).events} down,"
        f" {below.store.export.pending(above.node).events} up,"
        f" {above.store.state_hash(below.node)[:8]} {below.store.state_hash(above.node)[:8]}"
        for above, below in world.lines()
        if above.store.peers.find(below.node) is not None
    )
