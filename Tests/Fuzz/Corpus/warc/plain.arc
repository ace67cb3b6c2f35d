filedesc://t.arc 0.0.0.0 20140216050221 text/plain 65
1 0 Test
URL IP-address Archive-date Content-type Archive-length

http://a.example/1 192.0.2.1 20140216050221 text/html 171
HTTP/1.1 200 OK
Content-Type: text/html

<!doctype html><html><body><article><h1>Ferry Late</h1><p>The ferry to Sundholm was late on Monday.</p></article></body></html>
