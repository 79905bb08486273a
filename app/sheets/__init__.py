"""The only package that knows openpyxl and calamine: work orders in, ledgers out."""
