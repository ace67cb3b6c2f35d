// The only module that opens the file.
