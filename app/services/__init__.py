"""One function for each thing a user does: checks the rules, opens the transaction, says what changed."""
