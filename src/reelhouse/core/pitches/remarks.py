"""Warnings about what surrounds a plan, beside those of its director."""

from enum import StrEnum


class Remark(StrEnum):
    SCREENSHOT_UNREADABLE = "SCREENSHOT_UNREADABLE"
    SCREENSHOTS_UNREAD = "SCREENSHOTS_UNREAD"
    TEXTS_BY_RULES = "TEXTS_BY_RULES"


REMARKS: dict[Remark, str] = {
    Remark.SCREENSHOT_UNREADABLE: "An uploaded file is no picture that can be used; upload it again.",
    Remark.SCREENSHOTS_UNREAD: "Words on screenshots are not read yet; plan again, and they will be.",
    Remark.TEXTS_BY_RULES: "The text engine did not write, so the texts come from rules.",
}
"""What each means; the references of the API are made from this table."""
