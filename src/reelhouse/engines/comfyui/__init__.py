"""Workflows on ComfyUI servers: the part that pictures, films, songs and solids share."""
