"""写语句：把 Ibis 表达式写成 DuckDB 的 SQL；另可追到每一行事实。"""
