"""Which records are one thing: jobs, studies, relatives and everything else, over all papers and within one."""
