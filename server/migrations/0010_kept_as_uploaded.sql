-- What was uploaded, read from a document or noted at a hand-over is never written again: the program's login adds it only.

revoke update on app.file, app.file_chunk, app.plan_source, app.hand_over, app.scanned_day from yingshang_app;
