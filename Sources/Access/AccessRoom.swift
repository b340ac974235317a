// Who may do what, where: agencies, people, roles, sign-in, and the one Door.
