"""Work as whoever gives it tells of it: letters, offers, contracts, payslips, labour books."""
