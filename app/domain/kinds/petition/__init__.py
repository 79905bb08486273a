"""A petition (信访事项) under 《信访工作条例》: sorted, then routed or answered."""
