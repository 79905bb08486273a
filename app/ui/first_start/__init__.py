"""What is seen before an office is open: welcome, wizard, demonstration, trouble, restoring."""
