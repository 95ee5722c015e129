"""The only place where objects are wired. Each process opens its own half of the house, and loads no more."""
