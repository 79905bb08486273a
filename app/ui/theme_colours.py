"""The colours of the screen by role, light and dark; nobody else may write a colour down.

Widgets ask for a role ("danger", "surface"), never for a number, so that the dark set, the contrast
test and a later high-contrast set need no change in any page. This module is plain data: no Qt.
"""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "window": "#F4F6F9",
    "surface": "#FFFFFF",
    "line": "#DDE3EA",
    "text": "#1B2430",
    "secondary": "#566373",
    "placeholder": "#6B7787",
    "primary": "#2A6CB0",
    "primary_text": "#FFFFFF",
    "primary_hover": "#245F9C",
    "primary_pressed": "#1D5085",
    "focus_ring": "#D5E5F6",
    "focus_on_primary": "#D5E5F6",
    "rail": "#16324F",
    "rail_text": "#C9D6E4",
    "rail_faint": "#9DB2C8",
    "rail_hover": "#1F4267",
    "rail_line": "#2B4866",
    "rail_active": "#2A6CB0",
    "rail_active_text": "#FFFFFF",
    "danger": "#B83232",
    "danger_surface": "#FBE9E9",
    "warning": "#96630A",
    "warning_surface": "#FFF3DC",
    "success": "#1F7A43",
    "success_surface": "#E5F4EA",
    "info": "#1F5C9E",
    "info_surface": "#E6EFF9",
    "neutral": "#566373",
    "neutral_surface": "#EEF1F5",
    "link": "#2A6CB0",
    "control_line": "#C5CED8",
    "control_hover": "#F6F8FB",
    "control_pressed": "#E9EDF2",
    "header": "#F8FAFC",
    "row_hover": "#F6F9FC",
    "row_selected": "#E2EDF9",
    "badge": "#C93A3A",
    "badge_text": "#FFFFFF",
    "disabled_text": "#8A95A3",
    "disabled_surface": "#F1F3F6",
    "toast": "#1B2430",
    "toast_text": "#FFFFFF",
    "scroll": "#C3CCD6",
    "scroll_hover": "#9AA7B5",
}

DARK: dict[str, str] = {
    "window": "#12171E",
    "surface": "#1A212A",
    "line": "#2E3844",
    "text": "#E4E9EF",
    "secondary": "#A6B2C0",
    "placeholder": "#8E9BAA",
    "primary": "#2F72B7",
    "primary_text": "#FFFFFF",
    "primary_hover": "#2A69AA",
    "primary_pressed": "#255C96",
    "focus_ring": "#24466B",
    "focus_on_primary": "#CFE3F8",
    "rail": "#0D1A29",
    "rail_text": "#BECBD9",
    "rail_faint": "#8FA2B6",
    "rail_hover": "#18304A",
    "rail_line": "#21364C",
    "rail_active": "#2A66A6",
    "rail_active_text": "#FFFFFF",
    "danger": "#F29A9A",
    "danger_surface": "#432227",
    "warning": "#E8B65C",
    "warning_surface": "#3C2F16",
    "success": "#74CC98",
    "success_surface": "#193825",
    "info": "#8ABCEF",
    "info_surface": "#1C334D",
    "neutral": "#AEB9C6",
    "neutral_surface": "#2A333E",
    "link": "#7FB5EC",
    "control_line": "#45515F",
    "control_hover": "#212A35",
    "control_pressed": "#2A3440",
    "header": "#1D2530",
    "row_hover": "#202934",
    "row_selected": "#22405F",
    "badge": "#C23B3B",
    "badge_text": "#FFFFFF",
    "disabled_text": "#76828F",
    "disabled_surface": "#1E262F",
    "toast": "#E4E9EF",
    "toast_text": "#12171E",
    "scroll": "#45515F",
    "scroll_hover": "#66737F",
}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (ink, ground)
        for ink in ("text", "secondary")
        for ground in ("window", "surface", "header", "row_hover", "row_selected", "control_hover")
    ),
    ("text", "control_pressed"),
    ("placeholder", "surface"),
    *((ink, ground) for ink in ("link", "danger", "warning", "success", "info") for ground in ("surface",)),
    *(
        ("link", ground)
        for ground in ("window", "row_hover", "row_selected", "control_hover", "info_surface")
    ),
    ("danger", "window"),
    *(("primary_text", ground) for ground in ("primary", "primary_hover", "primary_pressed")),
    *((ink, "rail") for ink in ("rail_text", "rail_faint")),
    ("rail_text", "rail_hover"),
    ("rail_active_text", "rail_active"),
    *((ink, f"{ink}_surface") for ink in ("danger", "warning", "success", "info", "neutral")),
    *(("text", f"{ground}_surface") for ground in ("danger", "warning", "success", "info", "neutral")),
    ("badge_text", "badge"),
    ("toast_text", "toast"),
)
"""Every pair of roles in which text stands on a ground; a test holds each at 4.5:1 or better."""

CHIP_ROLES: tuple[str, ...] = ("danger", "warning", "success", "info", "neutral")
"""The roles a chip, a banner or a status word may take; `<role>_surface` is its ground."""


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio of two `#RRGGBB` colours, 1.0 to 21.0."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
