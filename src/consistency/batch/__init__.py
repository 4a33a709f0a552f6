"""Many folders, one for each applicant: each is checked by itself, and what comes of it is written at once.

Nothing of a folder is kept but its row in the output's state file, so that memory is the same for ten and for ten
thousand. The folders are checked by the processes of this machine or by the workers of a cluster.
"""
