"""The room for packages between nodes; the layer contract already guards its door."""
