"""Tests of the services, each on a real office."""
