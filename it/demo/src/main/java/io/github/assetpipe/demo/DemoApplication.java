package io.github.assetpipe.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop. */
@SpringBootApplication
public class DemoApplication {

    /** Starts the shop; every Spring Boot argument is understood, such as {@code --server.port=0}. */
    public static void main(String[] arguments) {
        SpringApplication.run(DemoApplication.class, arguments);
    }
}
