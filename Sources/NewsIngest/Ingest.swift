// Capture to article.
