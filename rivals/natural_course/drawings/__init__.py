"""What do the pictures look like that only this rival draws? Each module as those of `reread.figures`."""
