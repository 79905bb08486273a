"""What puts the program on a machine."""
