"""Exchange between offices: joins the log (store), the bytes (exchange) and what carries them.

`peers`, `enrolment` and `key_change` say with whom; `sending` and `receiving` are 导出 and 导入;
`case_status`, `sync_report`, `conflicts` and `repair` tell what came of it.
"""
