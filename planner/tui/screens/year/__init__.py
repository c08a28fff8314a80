"""Year: what is due by month or quarter, recurring duties with their days included."""
