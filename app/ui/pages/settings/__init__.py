"""The page 设置: a section of it is a file here or in `system_check`."""
