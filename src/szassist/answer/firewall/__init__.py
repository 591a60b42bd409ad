"""The figure firewall: nothing is shown that the cited spans do not bear."""
