function greet(greeted) {
  document.title = "Hello, " + greeted;
}
greet("Fernside");
