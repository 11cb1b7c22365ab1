"""Money: credits in double entry. `ledger` moves them, `audit` proves them, `credits` shows them to people."""
