"""The workspace: documents, journal, backups. Its door is `planner.store.workspace.Workspace`.

From the ground up: `place` and `lock` guard the file, `database` is the one SQLite file, `rows` its documents
with checksums, revisions and journal, `documents` TinyDB on these rows, `repository` the contract that a
second implementation can keep too, `plans` and `backup` what the workspace needs beside it. `assessments`
keeps schemes, stages and sheets on the same repository.
"""
