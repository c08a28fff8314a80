"""The workspace: documents, journal, backups."""
