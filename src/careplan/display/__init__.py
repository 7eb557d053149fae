"""How answers look: rows, pages and lines. It knows shapes and sentences, no document, no verb."""
