"""What every adapter that holds a connection shares; the one place that other adapters may know."""
