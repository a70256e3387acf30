"""Dated events: what happened when, to whom, where and with what (guideline §4)."""
