"""What is asked to write something down, and the records it comes to: for the screens and the spoken form alike."""
