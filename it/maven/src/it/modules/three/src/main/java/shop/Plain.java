package shop;

public final class Plain {
    private Plain() {}
}
