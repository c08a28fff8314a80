"""Dialogs: small screens on top that return a value, or None when left by Esc.

self.app.push_screen(Confirm("home.delete_sure", name=card.title), self._deleted)
# or, in a method made with @work:
answer = await self.app.push_screen_wait(LineEdit("draft.title", value=task.title))
"""
