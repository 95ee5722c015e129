"""A workspace keeps caption styles of its own, and nobody else sees them."""

from dataclasses import replace

import pytest

from reelhouse.core.styles.errors import TooManyCaptionStyles
from reelhouse.core.styles.repository import StylesRepository
from reelhouse.core.styles.service import Styles
from reelhouse.core.styles.types import MOST_STYLES
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Transaction
from reelhouse.render.captions.styles import STYLES, style_from_json
from reelhouse.render.errors import UnknownCaptionStyle

OURS = style_from_json('{"name": "ours", "extends": "boxed", "size": 0.08}')


@pytest.fixture
def styles(transaction: Transaction, workspaces: Workspaces, clock: FrozenClock) -> Styles:
    return Styles(StylesRepository(transaction.connection), workspaces, clock)


def test_a_kept_style_is_found_whole(styles: Styles, workspace: Workspace) -> None:
    styles.add(workspace.workspace_id, OURS)

    assert styles.get(workspace.workspace_id, "ours") == OURS
    assert styles.list_(workspace.workspace_id) == (*STYLES.values(), OURS)


def test_every_builtin_style_is_there_from_the_start(styles: Styles, workspace: Workspace) -> None:
    assert [styles.get(workspace.workspace_id, name) for name in STYLES] == list(STYLES.values())


def test_an_own_style_takes_the_place_of_its_namesake(styles: Styles, workspace: Workspace) -> None:
    mine = replace(OURS, name="hormozi")

    styles.add(workspace.workspace_id, mine)
    styles.add(workspace.workspace_id, replace(mine, size=0.1))

    assert styles.get(workspace.workspace_id, "hormozi").size == 0.1
    assert len(styles.list_(workspace.workspace_id)) == len(STYLES)


def test_a_style_belongs_to_its_workspace_alone(
    styles: Styles, workspace: Workspace, workspaces: Workspaces
) -> None:
    stranger = workspaces.get_or_create("Stranger")
    styles.add(workspace.workspace_id, OURS)

    with pytest.raises(UnknownCaptionStyle) as unknown:
        styles.get(stranger.workspace_id, "ours")
    with pytest.raises(UnknownCaptionStyle):
        styles.remove(stranger.workspace_id, "ours")

    assert unknown.value.known == tuple(STYLES)
    assert styles.get(workspace.workspace_id, "ours") == OURS


def test_a_removed_style_is_gone(styles: Styles, workspace: Workspace) -> None:
    styles.add(workspace.workspace_id, OURS)

    styles.remove(workspace.workspace_id, "ours")

    with pytest.raises(UnknownCaptionStyle):
        styles.get(workspace.workspace_id, "ours")


def test_a_workspace_keeps_no_more_than_its_limit(styles: Styles, workspace: Workspace) -> None:
    for number in range(MOST_STYLES):
        styles.add(workspace.workspace_id, replace(OURS, name=f"s{number}"))

    with pytest.raises(TooManyCaptionStyles) as refusal:
        styles.add(workspace.workspace_id, OURS)

    assert refusal.value.limit == MOST_STYLES
