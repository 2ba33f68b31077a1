// Keeps connections for later use.
#include <stdexcept>
#include <string>

class Connection {
  public:
    void close();
    bool isOpen() const;
};

class Pool {
  public:
    ~Pool();
    void give(Connection *c) noexcept;
    void giveRepaired(Connection *c) noexcept;
    void giveOrThrow(Connection *c) noexcept(false);
    void check() const throw();
    int size() const noexcept(true);

  private:
    Connection *all[8];
    int used;
};

Pool::~Pool()
{
    if (used > 0)
        throw std::logic_error("connections are still in use"); // expect: CWE-248
}

void Pool::give(Connection *c) noexcept
{
    if (used == 8)
        throw std::length_error("the pool is full"); // expect: CWE-248
    all[used++] = c;
}

void Pool::giveRepaired(Connection *c) noexcept
{
    if (used == 8)
        c->close();
    else
        all[used++] = c;
}

void Pool::giveOrThrow(Connection *c) noexcept(false)
{
    if (used == 8)
        throw std::length_error("the pool is full");
    all[used++] = c;
}

void Pool::check() const throw()
{
    if (used > 8)
        throw std::out_of_range("used"); // expect: CWE-248
}

int Pool::size() const noexcept(true)
{
    try {
        if (used < 0)
            throw std::out_of_range("used");
        return used;
    } catch (const std::out_of_range &) {
        return 0;
    }
}

void reset(Pool &pool) throw(std::runtime_error)
{
    if (pool.size() == 0)
        throw std::runtime_error("nothing to reset");
}
