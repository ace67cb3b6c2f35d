// Words to answer.
