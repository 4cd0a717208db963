#!/opt/none/bin/python9
