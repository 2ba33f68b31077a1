/* A library that binds for others: what they do about their rights is not here. */
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int open_name_service(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(53)};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0)
        return -1;
    if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}
