print("newsarchive")
