"""What no film is made of, in words and in pictures: the shipped rules, and behind them, where there is one, a moderation service."""
