"""The only package that knows reportlab: paper templates in, PDF bytes out."""
